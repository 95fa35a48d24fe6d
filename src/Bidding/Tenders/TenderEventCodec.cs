using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Approvals.Bidding.Tenders;

/// <summary>Tender events as journal payloads: UTF-8 JSON under a stable type name and schema version.</summary>
public static class TenderEventCodec
{
    public const int SchemaVersion = 1;

    private static readonly TenderEventJson Json = new(
        new JsonSerializerOptions(TenderEventJson.Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    private static readonly (string Name, JsonTypeInfo Info)[] Formats =
    [
        ("tender.declared", Json.TenderDeclared),
        ("tender.agency-chosen", Json.AgencyChosen),
        ("tender.file-compiled", Json.FileCompiled),
        ("tender.holder-enrolled", Json.HolderEnrolled),
        ("tender.notice-issued", Json.NoticeIssued),
        ("tender.question-asked", Json.QuestionAsked),
        ("tender.question-answered", Json.QuestionAnswered),
        ("tender.bids-opened", Json.BidsOpened),
        ("tender.bids-read-out", Json.BidsReadOut),
        ("tender.committee-seated", Json.CommitteeSeated),
        ("tender.qualification-judged", Json.QualificationJudged),
        ("tender.sheet-sealed", Json.SheetSealed),
        ("tender.scores-opened", Json.ScoresOpened),
        ("tender.report-signed", Json.ReportSigned),
        ("tender.report-closed", Json.ReportClosed),
        ("tender.candidates-published", Json.CandidatesPublished),
        ("tender.awarded", Json.TenderAwarded),
        ("tender.award-abandoned", Json.AwardAbandoned),
        ("tender.contract-signed", Json.ContractSigned),
        ("tender.refunds-ordered", Json.RefundsOrdered),
        ("tender.archived", Json.TenderArchived),
        ("tender.failed", Json.BiddingFailed),
        ("tender.retender-decided", Json.RetenderDecided),
    ];

    private static readonly FrozenDictionary<string, JsonTypeInfo> ByName = Formats.ToFrozenDictionary(
        format => format.Name,
        format => format.Info,
        StringComparer.Ordinal
    );

    private static readonly FrozenDictionary<Type, (string Name, JsonTypeInfo Info)> ByType =
        Formats.ToFrozenDictionary(format => format.Info.Type);

    public static bool Knows(string type) => ByName.ContainsKey(type);

    public static string TypeNameOf(TenderEvent happened) => ByType[happened.GetType()].Name;

    public static byte[] Write(TenderEvent happened) =>
        JsonSerializer.SerializeToUtf8Bytes(happened, ByType[happened.GetType()].Info);

    /// <exception cref="InvalidDataException">An unknown type or version, or bytes that are not exactly the format.</exception>
    public static TenderEvent Read(string type, int schemaVersion, ReadOnlySpan<byte> bytes)
    {
        if (!ByName.TryGetValue(type, out var info) || schemaVersion != SchemaVersion)
        {
            throw new InvalidDataException($"{type} of schema version {schemaVersion} is not known.");
        }

        try
        {
            return (TenderEvent?)JsonSerializer.Deserialize(bytes, info)
                ?? throw new InvalidDataException($"{type}: the payload is null.");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"{type}: {fault.Message}", fault);
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    IgnoreReadOnlyProperties = true,
    Converters = [typeof(UnixMillisecondsConverter)]
)]
[JsonSerializable(typeof(TenderDeclared))]
[JsonSerializable(typeof(AgencyChosen))]
[JsonSerializable(typeof(FileCompiled))]
[JsonSerializable(typeof(HolderEnrolled))]
[JsonSerializable(typeof(NoticeIssued))]
[JsonSerializable(typeof(QuestionAsked))]
[JsonSerializable(typeof(QuestionAnswered))]
[JsonSerializable(typeof(BidsOpened))]
[JsonSerializable(typeof(BidsReadOut))]
[JsonSerializable(typeof(CommitteeSeated))]
[JsonSerializable(typeof(QualificationJudged))]
[JsonSerializable(typeof(SheetSealed))]
[JsonSerializable(typeof(ScoresOpened))]
[JsonSerializable(typeof(ReportSigned))]
[JsonSerializable(typeof(ReportClosed))]
[JsonSerializable(typeof(CandidatesPublished))]
[JsonSerializable(typeof(TenderAwarded))]
[JsonSerializable(typeof(AwardAbandoned))]
[JsonSerializable(typeof(ContractSigned))]
[JsonSerializable(typeof(RefundsOrdered))]
[JsonSerializable(typeof(TenderArchived))]
[JsonSerializable(typeof(BiddingFailed))]
[JsonSerializable(typeof(RetenderDecided))]
internal sealed partial class TenderEventJson : JsonSerializerContext;

/// <summary>Instants are UTC Unix milliseconds.</summary>
internal sealed class UnixMillisecondsConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.ToUnixTimeMilliseconds());
}
