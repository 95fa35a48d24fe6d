using System.Security.Cryptography.X509Certificates;
using Approvals.Credentials.Licences;

namespace Approvals.Credentials.Verification;

/// <summary>
/// One thing that is wrong.
/// </summary>
/// <param name="Code">Stable, dotted, lower case; the server's table turns it into a sentence.</param>
/// <param name="Detail">For an engineer.</param>
public sealed record Finding(string Code, string Detail);

/// <summary>What one signature says and whether it may be believed.</summary>
/// <param name="ClaimedAt">What the signer wrote; not proof of time.</param>
/// <param name="CoveredBytes">Length of the revision that the signature covers, its own value left out.</param>
/// <param name="CoversWholeDocument">False when revisions follow; they are then classified among the faults or harmless.</param>
public sealed record SignatureReport(
    string Field,
    X509Certificate2? Certificate,
    DateTimeOffset? ClaimedAt,
    long CoveredBytes,
    bool CoversWholeDocument,
    IReadOnlyList<Finding> Faults
)
{
    public bool IsValid => Faults.Count == 0;

    public string? SignerName => Certificate?.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
}

/// <summary>
/// The outcome for a document. It is valid when there is at least one signature, all are, and nothing else was found.
/// </summary>
/// <param name="Signatures">In the order they were made.</param>
/// <param name="Licence">The attached licence when there is a readable one, whether or not it is to be believed.</param>
public sealed record VerificationReport(
    IReadOnlyList<Finding> Faults,
    IReadOnlyList<SignatureReport> Signatures,
    LicenceDocument? Licence = null
)
{
    public bool IsValid => Faults.Count == 0 && Signatures.Count > 0 && Signatures.All(signature => signature.IsValid);

    public IEnumerable<Finding> AllFaults => [.. Faults, .. Signatures.SelectMany(signature => signature.Faults)];
}
