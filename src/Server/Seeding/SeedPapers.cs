using System.Collections.Immutable;
using System.Text;
using Approvals.Cases;
using Approvals.Cases.Commands;
using Approvals.Cases.Handling;
using Approvals.Kernel;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Server.Storage;
using Approvals.Server.Workers;

namespace Approvals.Server.Seeding;

/// <summary>
/// The papers of seeded cases. Those of the last licences are made and sealed by the real worker; for the others the record says that the paper was
/// issued on paper, in a document of its own.
/// </summary>
internal sealed class SeedPapers(Platform platform, Func<IJobWorker> worker)
{
    private static readonly byte[] OnPaper = Encoding.UTF8.GetBytes(
        "本件在接入电子文书之前办结，文书以纸质制发，未制发电子文书。\n"
    );
    private static readonly Actor Press = Actor.System("worker");

    private static readonly SqlText OpenJob = new(
        "SELECT key, element, type FROM job WHERE owner = ?1 AND retries > 0 LIMIT 1"
    );

    /// <summary>The open job of a case that a paper comes from; null when it waits for a person.</summary>
    public static JobTicket? FindJob(SqlSession session, long key)
    {
        using var rows = session.Query(OpenJob, key);
        return rows.Next() ? new JobTicket(rows.Integer(0), key, rows.Text(1), rows.Text(2), 3) : null;
    }

    /// <summary>Completes the job as one whose paper is not electronic; runs inside a turn.</summary>
    public TurnAnswer Record(TurnScope scope, JobTicket job)
    {
        if (job.Type == LicenceDrafting.JobType)
        {
            return platform.LicenceDrafting.Complete(scope, job.Key, job.Owner);
        }

        ImmutableArray<CaseCommand> commands = job.Type switch
        {
            "case.accept-notice" => [Notice(scope, NoticeKind.Acceptance)],
            "case.correction-notice" => [Notice(scope, NoticeKind.Correction)],
            "case.decline" => [Notice(scope, NoticeKind.NonAcceptance), new CloseCase()],
            "case.refuse" => [Notice(scope, NoticeKind.Refusal), new CloseCase()],
            "licence.issue" => Licence(scope, job.Owner),
            _ => throw new InvalidOperationException($"The seeding knows no paper of {job.Type}."),
        };
        return platform.CaseTurns.CompleteJob(scope, job.Key, job.Owner, commands);
    }

    /// <summary>Makes, seals and stores the papers of the job, as the server would, at the instant on the clock.</summary>
    public async Task SealAsync(JobTicket job)
    {
        var turn =
            job.Type == LicenceDrafting.JobType
                ? scope => Record(scope, job)
                : await worker().WorkAsync(job, CancellationToken.None);
        var answer = await platform.Turns.RunAsync(new TurnRequest(Press, turn));
        if (answer.Rejection is { } rejection)
        {
            throw new InvalidOperationException($"The papers of case {job.Owner} were refused: {rejection.Code}.");
        }
    }

    private static ImmutableArray<CaseCommand> Licence(TurnScope scope, long key)
    {
        var terms = LoadedCase.Find(scope.Session, key)!.State.Licence;
        return terms is null
            ? [Notice(scope, NoticeKind.Approval)]
            :
            [
                Notice(scope, NoticeKind.Approval),
                new IssueLicence(terms.Identifier, Document(scope, "未制发电子证照.txt")),
            ];
    }

    private static RecordNotice Notice(TurnScope scope, NoticeKind kind) =>
        new(kind, Document(scope, "未制发电子文书.txt"));

    private static DocumentRef Document(TurnScope scope, string name)
    {
        var stored = scope.AddDocument(name, "text/plain; charset=utf-8", OnPaper);
        return new(stored.Id, stored.Digest);
    }
}
