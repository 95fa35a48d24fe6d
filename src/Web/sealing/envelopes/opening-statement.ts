import type { Bytes } from "../primitives/bytes";
import { WireReader } from "../wire/wire-reader";
import { WireWriter } from "../wire/wire-writer";

/** 开标一览: what is read out of a bid. The open section is this and nothing else. */
export interface OpeningStatement {
  /** 投标总价, in fen. */
  readonly price: bigint;
  /** 工期, in days. */
  readonly days: number;
  /** 项目经理. */
  readonly projectManager: string;
  /** 保证金: 转账, 保函 or 保险. */
  readonly deposit: string;
}

export function writeStatement(statement: OpeningStatement): Bytes {
  return new WireWriter().long(statement.price).short(statement.days).text(statement.projectManager).text(statement.deposit).toBytes();
}

export function readStatement(bytes: Bytes): OpeningStatement | null {
  const reader = new WireReader(bytes);
  const statement = { price: reader.long(), days: reader.short(), projectManager: reader.text(), deposit: reader.text() };
  return reader.isWhole && statement.price > 0n ? statement : null;
}
