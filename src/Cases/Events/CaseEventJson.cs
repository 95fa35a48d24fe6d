using System.Text.Json;
using System.Text.Json.Serialization;

namespace Approvals.Cases.Events;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(UnixMillisecondsConverter)]
)]
[JsonSerializable(typeof(CaseSubmitted))]
[JsonSerializable(typeof(CaseAccepted))]
[JsonSerializable(typeof(CorrectionRequested))]
[JsonSerializable(typeof(CorrectionSubmitted))]
[JsonSerializable(typeof(CaseReviewed))]
[JsonSerializable(typeof(CaseSentBack))]
[JsonSerializable(typeof(CaseApproved))]
[JsonSerializable(typeof(CaseRefused))]
[JsonSerializable(typeof(CaseNotAccepted))]
[JsonSerializable(typeof(NoticeIssued))]
[JsonSerializable(typeof(LicenceDrafted))]
[JsonSerializable(typeof(PaperSigned))]
[JsonSerializable(typeof(LicenceSigned))]
[JsonSerializable(typeof(LicenceIssued))]
[JsonSerializable(typeof(CaseClosed))]
[JsonSerializable(typeof(CaseRated))]
[JsonSerializable(typeof(CaseWithdrawn))]
[JsonSerializable(typeof(StepSubmitted))]
[JsonSerializable(typeof(StepReopened))]
[JsonSerializable(typeof(ReviewWithdrawn))]
[JsonSerializable(typeof(CaseTakenUp))]
[JsonSerializable(typeof(ResultHandedOut))]
[JsonSerializable(typeof(CommitmentConfirmed))]
[JsonSerializable(typeof(RectificationRequired))]
[JsonSerializable(typeof(RectificationSubmitted))]
[JsonSerializable(typeof(CaseRevoked))]
[JsonSerializable(typeof(CaseDeemedAccepted))]
[JsonSerializable(typeof(SpecialProcedureBegun))]
[JsonSerializable(typeof(SpecialProcedureEnded))]
[JsonSerializable(typeof(CaseReferred))]
[JsonSerializable(typeof(CaseAnsweredBack))]
[JsonSerializable(typeof(BranchesOpened))]
[JsonSerializable(typeof(OpinionGiven))]
[JsonSerializable(typeof(OpinionDefaulted))]
[JsonSerializable(typeof(InspectionArranged))]
[JsonSerializable(typeof(InspectionRecorded))]
[JsonSerializable(typeof(MeetingRecorded))]
[JsonSerializable(typeof(ExtensionRequested))]
[JsonSerializable(typeof(ExtensionGranted))]
[JsonSerializable(typeof(ExtensionDeclined))]
[JsonSerializable(typeof(CaseTypeChanged))]
[JsonSerializable(typeof(CaseReturned))]
[JsonSerializable(typeof(PapersHandedBack))]
[JsonSerializable(typeof(PapersPromised))]
[JsonSerializable(typeof(PapersSupplied))]
[JsonSerializable(typeof(PapersAwaited))]
[JsonSerializable(typeof(UndertakingBroken))]
[JsonSerializable(typeof(UrgeAnswered))]
[JsonSerializable(typeof(LicenceWithdrawn))]
[JsonSerializable(typeof(LicenceReplaced))]
internal sealed partial class CaseEventJson : JsonSerializerContext;

/// <summary>Instants are UTC Unix milliseconds.</summary>
internal sealed class UnixMillisecondsConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.ToUnixTimeMilliseconds());
}
