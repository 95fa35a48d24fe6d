using System.Collections.Immutable;
using Approvals.Cases;
using Approvals.Cases.Commands;
using Approvals.Cases.Handling;
using Approvals.Cases.Printing;
using Approvals.Kernel.Blobs;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Turns;
using Approvals.Server.Storage;

namespace Approvals.Server.Workers;

/// <summary>
/// Makes the papers of cases: notices, decisions, licences. The sealed PDF is durable as a blob before the turn that refers
/// to it; that turn records it, completes the job and, at the end of a case, closes it.
/// </summary>
public sealed class PaperWorker(Platform platform, PaperPress press, CasePapers papers, PublicAddress address)
    : IJobWorker
{
    private const string Pdf = "application/pdf";
    private readonly PaperSources sources = new(platform.Cases.Items);

    public IReadOnlyList<string> Types { get; } =
    ["case.accept-notice", "case.correction-notice", "case.decline", "case.refuse", "licence.issue"];

    public async Task<Func<TurnScope, TurnAnswer>> WorkAsync(JobTicket job, CancellationToken cancellation)
    {
        var source = platform.Readers.Read(session => sources.Read(session, job.Owner));
        return job.Type switch
        {
            "case.accept-notice" => await NoticeAsync(job, source, NoticeKind.Acceptance, closes: false, cancellation),
            "case.correction-notice" => await NoticeAsync(
                job,
                source,
                NoticeKind.Correction,
                closes: false,
                cancellation
            ),
            "case.decline" => await NoticeAsync(job, source, NoticeKind.NonAcceptance, closes: true, cancellation),
            "case.refuse" => await NoticeAsync(job, source, NoticeKind.Refusal, closes: true, cancellation),
            _ => await LicenceAsync(job, source, cancellation),
        };
    }

    private async Task<Func<TurnScope, TurnAnswer>> NoticeAsync(
        JobTicket job,
        PaperSource source,
        NoticeKind kind,
        bool closes,
        CancellationToken cancellation
    )
    {
        var (blob, name) = await PrintNoticeAsync(source, kind, cancellation);
        return scope =>
        {
            ImmutableArray<CaseCommand> commands = [Record(scope, kind, blob, name)];
            return platform.CaseTurns.CompleteJob(
                scope,
                job.Key,
                job.Owner,
                closes ? commands.Add(new CloseCase()) : commands
            );
        };
    }

    /// <summary>The decision and the licence together; the job's completion delivers them and ends the case in the same turn.</summary>
    private async Task<Func<TurnScope, TurnAnswer>> LicenceAsync(
        JobTicket job,
        PaperSource source,
        CancellationToken cancellation
    )
    {
        var (decision, decisionName) = await PrintNoticeAsync(source, NoticeKind.Approval, cancellation);
        if (source.State.Licence is not { } terms)
        {
            return scope =>
                platform.CaseTurns.CompleteJob(
                    scope,
                    job.Key,
                    job.Owner,
                    [Record(scope, NoticeKind.Approval, decision, decisionName)]
                );
        }

        var now = platform.Clock.GetUtcNow();
        var url = address.Of("/verify/" + terms.Identifier);
        var licence = CasePapers.Licence(source, CivilTime.DateOf(now), now, url);
        var blob = await StoreAsync(press.Print(licence, source.Unit, now), cancellation);
        return scope =>
        {
            var stored = scope.AddDocument(licence.Title + ".pdf", Pdf, blob.Sha256, blob.Length);
            return platform.CaseTurns.CompleteJob(
                scope,
                job.Key,
                job.Owner,
                [
                    Record(scope, NoticeKind.Approval, decision, decisionName),
                    new IssueLicence(terms.Identifier, new DocumentRef(stored.Id, stored.Digest)),
                ]
            );
        };
    }

    private async Task<(Blob Blob, string Name)> PrintNoticeAsync(
        PaperSource source,
        NoticeKind kind,
        CancellationToken cancellation
    )
    {
        var now = platform.Clock.GetUtcNow();
        var text = papers.Notice(kind, source, CivilTime.DateOf(now));
        var pdf = press.Print(text, source.Unit, now, address.Of("/track?number=" + source.State.QueryNumber));
        return (await StoreAsync(pdf, cancellation), text.Title + ".pdf");
    }

    private static RecordNotice Record(TurnScope scope, NoticeKind kind, Blob blob, string name)
    {
        var stored = scope.AddDocument(name, Pdf, blob.Sha256, blob.Length);
        return new RecordNotice(kind, new DocumentRef(stored.Id, stored.Digest));
    }

    private async Task<Blob> StoreAsync(byte[] pdf, CancellationToken cancellation)
    {
        using var stream = new MemoryStream(pdf);
        return await platform.Blobs.PutAsync(stream, long.MaxValue, cancellation)
            ?? throw new InvalidOperationException("A blob without a limit can't be over it.");
    }
}
