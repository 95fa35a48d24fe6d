import type { Bytes } from "./bytes";

/** A point of the sharing polynomials: x is 1…255, y the share. */
export interface SharePoint {
  readonly x: number;
  readonly y: Bytes;
}

/**
 * Shamir's secret sharing byte by byte over GF(2⁸) with x⁸+x⁴+x³+x+1. The value at `x` of the polynomial whose constant term is the secret;
 * the coefficients of x, x², … follow one another, each as long as the secret.
 */
export function shareOf(secret: Bytes, coefficients: Bytes, x: number): Bytes {
  if (x < 1 || x > 255 || coefficients.length % secret.length !== 0) throw new Error("A coefficient is as long as the secret, and x is 1…255.");
  const share = new Uint8Array(secret.length);
  for (let term = coefficients.length - secret.length; term >= 0; term -= secret.length) {
    share.forEach((value, at) => (share[at] = multiply(value ^ coefficients[term + at]!, x)));
  }
  secret.forEach((value, at) => (share[at] = share[at]! ^ value));
  return share;
}

/** The value at `at` of the lowest polynomial through the points; the secret lies at zero. The x are distinct. */
export function interpolate(points: readonly SharePoint[], at = 0): Bytes {
  const value = new Uint8Array(points[0]?.y.length ?? 0);
  for (const { x, y } of points) {
    let weight = 1;
    for (const { x: other } of points) {
      if (other !== x) weight = multiply(weight, multiply(other ^ at, inverse(other ^ x)));
    }
    y.forEach((byte, index) => (value[index] = value[index]! ^ multiply(weight, byte)));
  }
  return value;
}

/** Without a table, so that no secret chooses what is read from memory. */
function multiply(left: number, right: number): number {
  let product = 0;
  for (let bit = 0; bit < 8; bit++) {
    product ^= -((right >> bit) & 1) & left;
    left = (left << 1) ^ (-(left >> 7) & 0x11b);
  }
  return product;
}

/** value²⁵⁴, the inverse of everything but zero. */
function inverse(value: number): number {
  let [power, result] = [value, 1];
  for (let bit = 1; bit < 8; bit++) {
    power = multiply(power, power);
    result = multiply(result, power);
  }
  return result;
}
