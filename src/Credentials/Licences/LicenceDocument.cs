using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Approvals.Credentials.Licences;

/// <summary>One line of a licence: 单位名称, 法定代表人….</summary>
public sealed record LicenceField(string Label, string Value);

/// <summary>Civil dates, both included; no last day means 长期.</summary>
public sealed record LicenceValidity(DateOnly From, DateOnly? Through);

/// <summary>
/// One column of the foot: who acted and when.
/// </summary>
/// <param name="Detail">Printed below the name: <c>10-14 10:02</c>.</param>
/// <param name="Field">Name of an empty signature field to lay over the column, for a signature of their own; or null.</param>
public sealed record LicenceSigner(string Role, string Name, string Detail, string? Field = null);

/// <summary>
/// A licence (证照) before it is drawn: the one source of the page and of the attached <c>licence.json</c>.
/// </summary>
/// <param name="Title">公共场所卫生许可证.</param>
/// <param name="Number">卫证字〔2026〕第 0071 号.</param>
/// <param name="Statement">What was decided and on what ground, one sentence.</param>
/// <param name="Identifier">GB/T 36904 identifier with its check character.</param>
/// <param name="VerifyUrl">What the QR code opens.</param>
/// <param name="Signers">At most four.</param>
public sealed record LicenceDocument(
    string Title,
    string Number,
    IReadOnlyList<LicenceField> Fields,
    LicenceValidity? Validity,
    string Statement,
    string Issuer,
    DateOnly IssuedOn,
    string Identifier,
    string VerifyUrl,
    IReadOnlyList<LicenceSigner> Signers
)
{
    public const string AttachmentName = "licence.json";
    internal const string ValidityLabel = "有效期限";
    internal const string IssuerLabel = "发证机关";
    internal const string QrCaption = "扫码核验，不用登录";
    internal const string IdentifierLabel = "证照标识";
    private const string CurrentSchema = "approvals.licence/1";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    /// <summary>Names the shape of the attachment.</summary>
    [JsonPropertyOrder(-1)]
    public string Schema { get; init; } = CurrentSchema;

    [JsonIgnore]
    internal string IssuedOnText => Spell(IssuedOn);

    /// <summary>The fields as printed, validity last.</summary>
    [JsonIgnore]
    internal IReadOnlyList<LicenceField> PrintedFields =>
        Validity switch
        {
            null => Fields,
            { Through: { } through } => [.. Fields, new(ValidityLabel, $"{Spell(Validity.From)} 至 {Spell(through)}")],
            _ => [.. Fields, new(ValidityLabel, $"{Spell(Validity.From)} 起，长期有效")],
        };

    /// <summary>
    /// Every text of the page in the order it is drawn. The verifier demands that the page says this and nothing else, blanks aside.
    /// </summary>
    [JsonIgnore]
    internal IEnumerable<string> PrintedTexts =>
        [
            Number,
            Title,
            .. PrintedFields.SelectMany(entry => new[] { entry.Label, entry.Value }),
            Statement,
            QrCaption,
            IssuerLabel,
            Issuer,
            IssuedOnText,
            .. Signers.SelectMany(signer => new[] { signer.Role, signer.Name, signer.Detail }),
            IdentifierLabel,
            Identifier,
        ];

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>The licence of an attachment, or null when the bytes are not one of a schema known here.</summary>
    public static LicenceDocument? FromJson(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<LicenceDocument>(json, Json) is { Schema: CurrentSchema } licence
                ? licence
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal static string Spell(DateOnly day) => day.ToString("yyyy 年 M 月 d 日", CultureInfo.InvariantCulture);
}
