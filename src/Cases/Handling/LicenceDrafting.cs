using Approvals.Cases.Commands;
using Approvals.Cases.Events;
using Approvals.Cases.Printing;
using Approvals.Credentials.Enrolment;
using Approvals.Kernel.Journal;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Runtime;

namespace Approvals.Cases.Handling;

/// <summary>
/// 拟证 (job type <c>licence.draft</c>): whoever took a part in the case and holds a good certificate of their post is called to sign the
/// licence; the others are named on it. The job's result <c>signers</c> is a list of <c>{field, person}</c> in the order of signing,
/// empty where the seal alone makes the licence.
/// </summary>
public sealed class LicenceDrafting(CaseStore cases, ProcessRuntime runtime)
{
    public const string JobType = "licence.draft";

    /// <summary>The job's turn, by a worker: it comes after the decision, which is not there yet while the process reaches the job.</summary>
    public TurnAnswer Complete(TurnScope scope, long job, long key)
    {
        var command = new DraftLicence(Signatories(scope.Session, key, scope.Now));
        var (drafted, rejection) = cases.Execute(scope, key, command);
        if (drafted is null)
        {
            return rejection!;
        }

        var signers = new Variable("signers", FeelValue.From(Signers(drafted.State.LicenceDraft)));
        return runtime.Execute(scope, ProcessRuntime.InstanceOf(job), new CompleteJob(job, [signers])) is { } refused
            ? refused
            : TurnAnswer.Done();
    }

    private static List<LicenceSignatory> Signatories(SqlSession session, long key, DateTimeOffset now)
    {
        var events = JournalReader
            .ReadStream(session, key)
            .Select(record => CaseEventCodec.Read(record.Type, record.Schema, record.Data.Span))
            .ToList();
        return
        [
            .. LicenceRole
                .All.Select(role => (role.Field, Act: role.LastAct(events)))
                .Where(part => part.Act is { } act && HoldsCertificate(session, act.By, now))
                .Select(part => new LicenceSignatory(part.Field, part.Act!.Value.By)),
        ];
    }

    private static bool HoldsCertificate(SqlSession session, string actor, DateTimeOffset now) =>
        Organisation.PersonKey(actor) is { } person
        && CredentialStore
            .OfPerson(session, person)
            .Any(row => row.Kind == EnrolmentKind.Clerk.Id && row.IsGoodAt(now));

    private static IReadOnlyList<FeelValue> Signers(LicenceDraft? draft) =>
        [
            .. (draft?.Signatories ?? []).Select(signatory =>
                FeelValue.From(
                    new FeelContext.Builder()
                        .Set("field", FeelValue.From(signatory.Field))
                        .Set("person", FeelValue.From(signatory.Person))
                        .Build()
                )
            ),
        ];
}
