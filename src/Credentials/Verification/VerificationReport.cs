using System.Security.Cryptography.X509Certificates;
using Approvals.Credentials.Licences;

namespace Approvals.Credentials.Verification;

/// <summary>
/// One thing that is wrong.
/// </summary>
/// <param name="Code">Stable, dotted, lower case; the server's table turns it into a sentence.</param>
/// <param name="Detail">For an engineer.</param>
public sealed record Finding(string Code, string Detail);

public enum SignatureKind
{
    /// <summary>Of a person or an organisation.</summary>
    Approval,

    /// <summary>The first one, which says what may follow.</summary>
    Certification,

    /// <summary>A timestamp over the whole document.</summary>
    DocumentTimestamp,
}

/// <summary>How much a signature carries to be checked later (ETSI EN 319 142-1 §6); each level includes those before.</summary>
public enum SignatureLevel
{
    /// <summary>B-B: the signature.</summary>
    Basic,

    /// <summary>B-T: a timestamp proves when it was there.</summary>
    Timestamped,

    /// <summary>B-LT: certificates and revocation data are in the file.</summary>
    LongTerm,

    /// <summary>B-LTA: a later document timestamp covers those too.</summary>
    LongTermArchival,
}

/// <summary>What revisions after a signature did.</summary>
public enum LaterChangeKind
{
    /// <summary>An empty signature field was signed.</summary>
    FieldSigned,

    /// <summary>Certificates and revocation data were added.</summary>
    ValidationDataAdded,

    /// <summary>A document timestamp was added.</summary>
    TimestampAdded,

    /// <summary>An empty signature field was added.</summary>
    FieldAdded,

    /// <summary>Something else, or something that this signature forbids: also a fault.</summary>
    Forbidden,
}

/// <param name="Subject">The field, or what was changed.</param>
public sealed record LaterChange(LaterChangeKind Kind, string Subject);

/// <summary>What one signature says and whether it may be believed.</summary>
/// <param name="ClaimedAt">What the signer wrote; not proof of time.</param>
/// <param name="CoveredBytes">Length of the revision that the signature covers, its own value left out.</param>
/// <param name="CoversWholeDocument">False when revisions follow; <see cref="Changes"/> says what they did.</param>
public sealed record SignatureReport(
    string Field,
    X509Certificate2? Certificate,
    DateTimeOffset? ClaimedAt,
    long CoveredBytes,
    bool CoversWholeDocument,
    IReadOnlyList<Finding> Faults
)
{
    public SignatureKind Kind { get; init; }

    public SignatureLevel Level { get; init; }

    /// <summary>The earliest instant at which a believed timestamp saw the signature, or null.</summary>
    public DateTimeOffset? ProvedAt { get; init; }

    /// <summary>False when nothing at hand told about revocation, and nobody asked for it.</summary>
    public bool RevocationChecked { get; init; }

    /// <summary>What later revisions did, allowed or not.</summary>
    public IReadOnlyList<LaterChange> Changes { get; init; } = [];

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
