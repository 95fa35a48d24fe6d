using System.Security.Cryptography.X509Certificates;

namespace Approvals.Credentials.Verification;

/// <summary>
/// Whom a verifier believes.
/// </summary>
/// <param name="Roots">Nobody else's chain counts.</param>
/// <param name="RevocationLists">
/// When given, every authority must have a current list among them; null leaves revocation unchecked, which the caller has to say.
/// </param>
public sealed record Trust(
    IReadOnlyList<X509Certificate2> Roots,
    IReadOnlyList<RevocationList>? RevocationLists = null
);
