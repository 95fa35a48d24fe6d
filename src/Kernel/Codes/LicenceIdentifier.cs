using System.Diagnostics.CodeAnalysis;

namespace Approvals.Kernel.Codes;

/// <summary>
/// 电子证照标识, GB/T 36904-2018: <c>1.2.156.3005.2.type.issuer.serial.version.check</c>. Type is the licence type code
/// (21 characters: maker's credit code and three more), issuer a credit code or a place code, version three digits; the
/// check character is ISO 7064 MOD 37,36 over the four parts without dots. An instance is always valid.
/// </summary>
public sealed record LicenceIdentifier
{
    /// <summary>The root of the national licence arc.</summary>
    public const string Root = "1.2.156.3005.2";

    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private LicenceIdentifier(string type, string issuer, string serial, int version, char check)
    {
        Type = type;
        Issuer = issuer;
        Serial = serial;
        Version = version;
        Value = $"{Root}.{type}.{issuer}.{serial}.{version:D3}.{check}";
    }

    public string Type { get; }

    public string Issuer { get; }

    public string Serial { get; }

    /// <summary>1 to 999; a changed licence keeps its serial and counts this up.</summary>
    public int Version { get; }

    public string Value { get; }

    /// <summary>Composes an identifier and computes its check character; the parts must be non-empty 0–9 A–Z.</summary>
    public static LicenceIdentifier Compose(string type, string issuer, string serial, int version)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(version, 999);
        if (!IsPart(type) || !IsPart(issuer) || !IsPart(serial))
        {
            throw new ArgumentException($"Parts must be non-empty 0-9 A-Z: {type}.{issuer}.{serial}.", nameof(type));
        }

        return new(type, issuer, serial, version, CheckOf($"{type}{issuer}{serial}{version:D3}"));
    }

    public static bool TryParse(
        string? text,
        [NotNullWhen(true)] out LicenceIdentifier? identifier,
        out CodeFault fault
    )
    {
        identifier = null;
        var value = CodeText.Normalise(text);
        if (!value.StartsWith(Root + ".", StringComparison.Ordinal))
        {
            fault = CodeFault.Character;
            return false;
        }

        var parts = value[(Root.Length + 1)..].Split('.');
        if (parts.Length != 5 || parts[3].Length != 3 || parts[4].Length != 1)
        {
            fault = CodeFault.Length;
            return false;
        }

        if (!IsPart(parts[0]) || !IsPart(parts[1]) || !IsPart(parts[2]) || !IsVersion(parts[3]))
        {
            fault = CodeFault.Character;
            return false;
        }

        if (parts[4][0] != CheckOf(string.Concat(parts.AsSpan(0, 4))))
        {
            fault = CodeFault.CheckDigit;
            return false;
        }

        fault = CodeFault.None;
        var version = ((parts[3][0] - '0') * 100) + ((parts[3][1] - '0') * 10) + parts[3][2] - '0';
        identifier = new(parts[0], parts[1], parts[2], version, parts[4][0]);
        return true;
    }

    public override string ToString() => Value;

    private static bool IsPart(string part) => part.Length > 0 && part.All(Alphabet.Contains);

    private static bool IsVersion(string part) => part.All(char.IsAsciiDigit) && part != "000";

    private static char CheckOf(string characters)
    {
        var product = 36;
        foreach (var character in characters)
        {
            product = (product + Alphabet.IndexOf(character)) % 36;
            product = (product == 0 ? 36 : product) * 2 % 37;
        }

        return Alphabet[(37 - product) % 36];
    }
}
