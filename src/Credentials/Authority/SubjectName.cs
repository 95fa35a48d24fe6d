using System.Security.Cryptography.X509Certificates;

namespace Approvals.Credentials.Authority;

/// <summary>
/// Who a certificate is for. Text is kept as it is written, in UTF-8; country is CN.
/// </summary>
/// <param name="CommonName">The person or the thing: 林晓芸, 清源市卫生健康委员会电子印章.</param>
/// <param name="Organisation">单位.</param>
/// <param name="Unit">部门, or null.</param>
/// <param name="SerialNumber">Tells equal names apart: a staff number or a seal's number, never an identity card number; or null.</param>
public sealed record SubjectName(
    string CommonName,
    string Organisation,
    string? Unit = null,
    string? SerialNumber = null
)
{
    /// <summary>RFC 5280, ub-common-name and ub-organization-name.</summary>
    private const int MaximumLength = 64;

    /// <summary>The name in a certificate of ours, or null when it is of another shape.</summary>
    public static SubjectName? Of(X509Certificate2 certificate)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in certificate.SubjectName.EnumerateRelativeDistinguishedNames())
        {
            if (
                part.HasMultipleElements
                || part.GetSingleElementValue() is not { } value
                || !parts.TryAdd(part.GetSingleElementType().Value ?? "", value)
            )
            {
                return null;
            }
        }

        return parts.TryGetValue("2.5.4.3", out var name) && parts.TryGetValue("2.5.4.10", out var organisation)
            ? new(name, organisation, parts.GetValueOrDefault("2.5.4.11"), parts.GetValueOrDefault("2.5.4.5"))
            : null;
    }

    internal bool IsUsable =>
        IsName(CommonName)
        && IsName(Organisation)
        && (Unit is null || IsName(Unit))
        && (SerialNumber is null || (IsName(SerialNumber) && System.Text.Ascii.IsValid(SerialNumber)));

    internal X500DistinguishedName ToDistinguishedName()
    {
        // The builder encodes last what was added first; by custom a name goes from the country down.
        var builder = new X500DistinguishedNameBuilder();
        builder.AddCommonName(CommonName);
        if (SerialNumber is not null)
        {
            const string SerialNumberOid = "2.5.4.5";
            builder.Add(SerialNumberOid, SerialNumber, System.Formats.Asn1.UniversalTagNumber.PrintableString);
        }

        if (Unit is not null)
        {
            builder.AddOrganizationalUnitName(Unit);
        }

        builder.AddOrganizationName(Organisation);
        builder.AddCountryOrRegion("CN");
        return builder.Build();
    }

    private static bool IsName(string text) =>
        text.Length <= MaximumLength && !string.IsNullOrWhiteSpace(text) && !text.Any(char.IsControl);
}
