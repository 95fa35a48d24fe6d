using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Approvals.Cases.Events;

/// <summary>
/// Case events as journal payloads: UTF-8 JSON under a stable type name (<c>case.accepted</c>) and schema version. Bytes once
/// written are never re-serialised; every released format stays readable (fixtures in tests/Cases/Fixtures).
/// </summary>
public static class CaseEventCodec
{
    public const int SchemaVersion = 1;

    private static readonly CaseEventJson Json = new(
        new JsonSerializerOptions(CaseEventJson.Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    private static readonly (string Name, JsonTypeInfo Info)[] Formats =
    [
        ("case.submitted", Json.CaseSubmitted),
        ("case.accepted", Json.CaseAccepted),
        ("case.correction-requested", Json.CorrectionRequested),
        ("case.correction-submitted", Json.CorrectionSubmitted),
        ("case.reviewed", Json.CaseReviewed),
        ("case.sent-back", Json.CaseSentBack),
        ("case.approved", Json.CaseApproved),
        ("case.refused", Json.CaseRefused),
        ("case.not-accepted", Json.CaseNotAccepted),
        ("case.notice-issued", Json.NoticeIssued),
        ("case.licence-drafted", Json.LicenceDrafted),
        ("case.paper-signed", Json.PaperSigned),
        ("case.licence-signed", Json.LicenceSigned),
        ("case.licence-issued", Json.LicenceIssued),
        ("case.closed", Json.CaseClosed),
        ("case.rated", Json.CaseRated),
        ("case.withdrawn", Json.CaseWithdrawn),
        ("case.step-submitted", Json.StepSubmitted),
        ("case.step-reopened", Json.StepReopened),
        ("case.review-withdrawn", Json.ReviewWithdrawn),
        ("case.taken-up", Json.CaseTakenUp),
        ("case.handed-out", Json.ResultHandedOut),
        ("case.commitment-confirmed", Json.CommitmentConfirmed),
        ("case.rectification-required", Json.RectificationRequired),
        ("case.rectification-submitted", Json.RectificationSubmitted),
        ("case.revoked", Json.CaseRevoked),
        ("case.deemed-accepted", Json.CaseDeemedAccepted),
        ("case.special-begun", Json.SpecialProcedureBegun),
        ("case.special-ended", Json.SpecialProcedureEnded),
        ("case.referred", Json.CaseReferred),
        ("case.answered-back", Json.CaseAnsweredBack),
        ("case.branches-opened", Json.BranchesOpened),
        ("case.opinion-given", Json.OpinionGiven),
        ("case.opinion-defaulted", Json.OpinionDefaulted),
        ("case.inspection-arranged", Json.InspectionArranged),
        ("case.inspection-recorded", Json.InspectionRecorded),
        ("case.meeting-recorded", Json.MeetingRecorded),
        ("case.extension-requested", Json.ExtensionRequested),
        ("case.extension-granted", Json.ExtensionGranted),
        ("case.extension-declined", Json.ExtensionDeclined),
        ("case.type-changed", Json.CaseTypeChanged),
        ("case.returned", Json.CaseReturned),
        ("case.papers-handed-back", Json.PapersHandedBack),
        ("case.papers-promised", Json.PapersPromised),
        ("case.papers-supplied", Json.PapersSupplied),
        ("case.papers-awaited", Json.PapersAwaited),
        ("case.undertaking-broken", Json.UndertakingBroken),
        ("case.urge-answered", Json.UrgeAnswered),
        ("case.licence-withdrawn", Json.LicenceWithdrawn),
        ("case.licence-replaced", Json.LicenceReplaced),
    ];

    private static readonly FrozenDictionary<string, JsonTypeInfo> ByName = Formats.ToFrozenDictionary(
        format => format.Name,
        format => format.Info,
        StringComparer.Ordinal
    );

    private static readonly FrozenDictionary<Type, (string Name, JsonTypeInfo Info)> ByType =
        Formats.ToFrozenDictionary(format => format.Info.Type);

    /// <summary>Every type name, in the order of a case's life.</summary>
    public static IReadOnlyList<string> TypeNames { get; } = [.. Formats.Select(format => format.Name)];

    public static string TypeNameOf(CaseEvent happened) => ByType[happened.GetType()].Name;

    public static byte[] Write(CaseEvent happened) =>
        JsonSerializer.SerializeToUtf8Bytes(happened, ByType[happened.GetType()].Info);

    /// <summary>
    /// Throws <see cref="InvalidDataException"/> on an unknown type or schema version and on bytes that are not exactly the
    /// format: a journal that can't be read is damage, not an expected failure.
    /// </summary>
    public static CaseEvent Read(string type, int schemaVersion, ReadOnlySpan<byte> bytes)
    {
        if (!ByName.TryGetValue(type, out var info) || schemaVersion != SchemaVersion)
        {
            throw new InvalidDataException($"{type} of schema version {schemaVersion} is not known.");
        }

        try
        {
            return (CaseEvent?)JsonSerializer.Deserialize(bytes, info)
                ?? throw new InvalidDataException($"{type}: the payload is null.");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"{type}: {fault.Message}", fault);
        }
    }
}
