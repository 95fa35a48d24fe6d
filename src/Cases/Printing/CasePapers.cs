using Approvals.Cases.Catalogue;
using Approvals.Cases.Events;
using Approvals.Cases.Notices;
using Approvals.Credentials.Licences;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Organisations;
using Approvals.Workflow.Feel;

namespace Approvals.Cases.Printing;

/// <summary>What a paper of a case needs besides its state, as read from the store.</summary>
/// <param name="Events">The case's events, in order.</param>
/// <param name="Addressee">The applicant's full name, from the snapshot document.</param>
/// <param name="Answers">The latest form, as a FEEL context.</param>
/// <param name="PromisedDue">Last day of the promised limit, once accepted.</param>
/// <param name="Names">Names of the people who acted, by actor id.</param>
public sealed record PaperSource(
    CaseState State,
    IReadOnlyList<CaseEvent> Events,
    ItemVersion Item,
    Unit Unit,
    string Addressee,
    FeelValue Answers,
    DateOnly? PromisedDue,
    DateOnly? LegalDue,
    IReadOnlyDictionary<string, string> Names
)
{
    /// <summary>The units of the centre by code, for the papers that name several.</summary>
    public required IReadOnlyDictionary<string, Unit> Units { get; init; }

    /// <summary>The unit in whose name, and under whose seal, a paper is issued.</summary>
    public Unit IssuerOf(NoticeKind kind) =>
        Units[
            kind switch
            {
                NoticeKind.Approval or NoticeKind.Refusal or NoticeKind.LicenceWithdrawal => State.DecidingUnit
                    ?? State.Unit,
                _ => State.FirstUnit,
            }
        ];

    public string NameOf(string unit) => Units[unit].Name;

    public T? Last<T>()
        where T : CaseEvent => Events.OfType<T>().LastOrDefault();
}

/// <summary>Fills the papers of a case with its facts; the words are those of <see cref="Notices"/>.</summary>
public sealed class CasePapers(WorkingCalendar calendar, string government)
{
    /// <summary>The text of a numbered paper.</summary>
    public NoticeText Notice(NoticeKind kind, PaperSource source, DateOnly today)
    {
        var item = source.Item.Item;
        var frame = new NoticeFrame(
            source.State.NoticeNumbers[kind],
            kind == NoticeKind.Referral ? source.NameOf(source.Last<CaseReferred>()!.To) : source.Addressee,
            item,
            source.State.QueryNumber,
            CivilTime.DateOf(source.Events[0].At),
            today,
            source.IssuerOf(kind).Name
        );
        return kind switch
        {
            NoticeKind.Acceptance => AcceptanceNotice.Build(
                frame,
                Materials(source),
                source.PromisedDue ?? throw Missing(kind, "the promised limit"),
                source.LegalDue ?? throw Missing(kind, "the legal limit"),
                calendar,
                source.State.DeemedFrom
            ),
            NoticeKind.Correction => CorrectionNotice.Build(frame, source.State.Correction!.Points),
            NoticeKind.NonAcceptance => NonAcceptanceNotice.Build(
                frame,
                source.State.NonAcceptance!.Reason,
                source.State.NonAcceptance.WhereToGo,
                government
            ),
            NoticeKind.Approval => ApprovalDecision.Build(frame, source.State.Licence),
            NoticeKind.Refusal => RefusalDecision.Build(
                frame,
                source.State.Refusal!.Reasons,
                source.State.Refusal.Remedies
            ),
            NoticeKind.Commitment => CommitmentLetter.Build(
                frame,
                source.Events[0].At,
                item.Handling?.Verification?.Days ?? throw Missing(kind, "the time for the check")
            ),
            NoticeKind.CheckRecord => CheckRecord.Build(frame, source.Last<CommitmentConfirmed>()!.Finding),
            NoticeKind.Rectification => RectificationNotice.Build(frame, source.State.Rectification!.Demands),
            NoticeKind.Revocation => RevocationDecision.Build(
                frame,
                source.State.Licence,
                source.State.Revocation!.Reasons,
                source.State.Revocation.Remedies
            ),
            NoticeKind.SpecialProcedure => Special(frame, source.State.Special!),
            NoticeKind.Referral => ReferralLetter.Build(
                frame,
                source.Addressee,
                Materials(source),
                source.State.Review!.Recommendation == Recommendation.Grant,
                source.State.Review.Opinion,
                item.Handling?.Referral?.UpperDays ?? throw Missing(kind, "the upper unit's limit")
            ),
            NoticeKind.InspectionCall => InspectionPapers.Call(frame, source.State.Inspection!, source.NameOf),
            NoticeKind.InspectionRecord => InspectionPapers.Record(
                frame,
                source.State.Inspection!,
                source.State.InspectionRecord!,
                source.NameOf
            ),
            NoticeKind.Extension => ExtensionNotice.Build(
                frame,
                source.State.ExtendedDays,
                source.State.Extension!.Reason,
                source.Last<ExtensionGranted>()!.ApprovedBy,
                source.PromisedDue ?? throw Missing(kind, "the promised limit"),
                source.LegalDue ?? throw Missing(kind, "the legal limit")
            ),
            NoticeKind.TypeChange => Changed(frame, source, source.Last<CaseTypeChanged>()!),
            NoticeKind.Return => ReturnPapers.Notice(frame, source.State.Return!, source.State.IsAtWindow, government),
            NoticeKind.ReturnReceipt => ReturnPapers.Receipt(
                frame,
                Materials(source),
                source.State.HandedBack!.Receiver
            ),
            NoticeKind.LicenceWithdrawal => Withdrawal(frame, source, source.Last<LicenceWithdrawn>()!),
            NoticeKind.Undertaking => UndertakingLetter.Build(frame, source.Last<PapersPromised>()!.Papers),
            NoticeKind.MeetingMinutes => MeetingMinutes.Build(frame, source.State.Meeting!, source.NameOf),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
    }

    private static NoticeText Withdrawal(NoticeFrame frame, PaperSource source, LicenceWithdrawn withdrawn) =>
        LicenceWithdrawalDecision.Build(
            frame,
            source.State.Licence!,
            withdrawn.Ending,
            withdrawn.Reasons,
            withdrawn.Remedies
        );

    private static NoticeText Changed(NoticeFrame frame, PaperSource source, CaseTypeChanged changed) =>
        TypeChangeNotice.Build(
            frame,
            changed.From.Caption(),
            changed.To.Caption(),
            changed.Reason,
            changed.PromisedDays,
            [.. changed.Departments.Select(department => source.NameOf(department.Unit))],
            source.PromisedDue
        );

    private NoticeText Special(NoticeFrame frame, SpecialProcedureBegun begun) =>
        SpecialProcedureNotice.Build(
            frame,
            begun.Procedure,
            begun.Reason,
            begun.Days,
            calendar.AddWorkingDays(CivilTime.DateOf(begun.At), begun.Days)
        );

    private static IReadOnlyList<string> Materials(PaperSource source) =>
        [.. source.State.Documents.Select(document => document.Material).Distinct(StringComparer.Ordinal)];

    /// <summary>The licence that people sign: as it was drafted, whenever it is asked for.</summary>
    public static LicenceDocument DraftedLicence(PaperSource source, string verifyUrl)
    {
        var draft = source.State.LicenceDraft ?? throw new InvalidOperationException("Nobody signs this licence.");
        return Licence(source, draft.At, verifyUrl, [.. draft.Signatories.Select(each => each.Field)]);
    }

    /// <summary>The licence that the approval fixed, made by the seal alone.</summary>
    public static LicenceDocument Licence(PaperSource source, DateTimeOffset now, string verifyUrl) =>
        Licence(source, now, verifyUrl, []);

    private static LicenceDocument Licence(
        PaperSource source,
        DateTimeOffset now,
        string verifyUrl,
        IReadOnlyList<string> signed
    )
    {
        var item = source.Item.Item;
        var terms = source.State.Licence!;
        var template =
            item.Result.LicenceFields
            ?? throw new InvalidDataException($"Item {item.Code} has no template for its licence.");
        return new LicenceDocument(
            item.Result.Name,
            terms.Number,
            LicenceFields.From(template, source.Answers, now),
            new LicenceValidity(terms.ValidFrom, terms.ValidTo),
            $"经审查，符合《{item.LegalBasis[0].Law}》规定的条件，准予许可。",
            item.Authority,
            CivilTime.DateOf(now),
            terms.Identifier,
            verifyUrl,
            Signers(source, signed)
        );
    }

    private static List<LicenceSigner> Signers(PaperSource source, IReadOnlyList<string> signed)
    {
        var signers = new List<LicenceSigner>();
        foreach (var role in LicenceRole.All)
        {
            if (role.LastAct(source.Events) is { } act && source.Names.TryGetValue(act.By, out var name))
            {
                var field = signed.Contains(role.Field) ? role.Field : null;
                var detail = $"{act.At.ToOffset(CivilTime.Offset):MM-dd HH:mm}";
                signers.Add(new LicenceSigner(role.Title, name, detail, field));
            }
        }

        return signers;
    }

    private static InvalidDataException Missing(NoticeKind kind, string what) =>
        new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{kind}: {what} is not known."));
}
