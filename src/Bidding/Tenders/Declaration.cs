using System.Collections.Immutable;

namespace Approvals.Bidding.Tenders;

/// <summary>工程建设 or 政府采购.</summary>
public enum TenderKind
{
    Construction,
    Purchasing,
}

/// <summary>项目申报.</summary>
/// <param name="Tenderer">The tenderer's unit.</param>
/// <param name="Approval">项目审批、核准或备案文号.</param>
/// <param name="Funds">资金来源.</param>
/// <param name="Estimate">估算价 in fen.</param>
/// <param name="Lots">标段, by name; counted from 0.</param>
public sealed record Declaration(
    string Title,
    TenderKind Kind,
    string Tenderer,
    string TendererName,
    string Approval,
    string Funds,
    long Estimate,
    ImmutableArray<string> Lots
);

/// <summary>How the tenderer came to its agency: nobody may name one for it (招标投标法 12).</summary>
public enum AgencyManner
{
    /// <summary>自主选择.</summary>
    Own,

    /// <summary>随机抽取, from named candidates and a public value.</summary>
    Draw,
}

/// <summary>选择代理机构, recorded with its reason.</summary>
/// <param name="Candidates">Who was asked, by unit, in the order in which they were drawn from.</param>
/// <param name="PublicValue">For a draw: the value that nobody knew when the candidates were fixed.</param>
public sealed record AgencyChoice(
    AgencyManner Manner,
    string Agency,
    string AgencyName,
    string Reason,
    ImmutableArray<string> Candidates,
    string? PublicValue = null
);
