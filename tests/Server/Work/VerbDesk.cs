using Approvals.Cases;
using Approvals.Cases.Commands;
using Approvals.Cases.Handling;
using Approvals.Kernel.Store;
using Approvals.Server.Storage;
using Approvals.Server.Tests.Fixtures;

namespace Approvals.Server.Tests.Work;

/// <summary>What the tests of verbs do at a <see cref="StaffDesk"/>: cases at a step, posted verbs, messages.</summary>
internal sealed class VerbDesk(StaffDesk desk)
{
    public const string OtherReviewer = "hezhiyuan";
    public const string OtherApprover = "weichangming";
    public const string MarketApprover = "tangyuqing";

    private static readonly SqlText MessagesOf = new(
        "SELECT text FROM message WHERE person = ?1 AND owner = ?2 ORDER BY key"
    );

    /// <summary>A case that waits for its review.</summary>
    public async Task<long> AtReviewAsync(string applicant = "清源市澄泉浴场有限公司")
    {
        var key = await desk.SubmitAsync(applicant);
        await desk.StepAsync(key, "accept", StaffDesk.Clerk, new AcceptCase(), "review");
        return key;
    }

    /// <summary>A case that waits for its decision, claimed by the approver.</summary>
    public async Task<long> AtDecisionAsync()
    {
        var key = await AtReviewAsync();
        var review = new ReviewCase(Recommendation.Grant, "符合");
        await desk.StepAsync(key, "review", StaffDesk.Reviewer, review, "decide");
        await ClaimAsync(key, "decide", StaffDesk.Approver);
        return key;
    }

    public async Task ClaimAsync(long key, string element, string account)
    {
        var browser = await desk.SignInAsync(account);
        var page = await browser.GetAsync($"/work/cases/{key}");
        var claimed = await browser.SubmitAsync(page, $"form[action='/work/cases/{key}?handler=claim']");
        claimed.TextOf(".did b").ShouldNotBeEmpty();
        desk.TaskOf(key, element).ShouldNotBeNull();
    }

    /// <summary>Opens the page of a verb and sends its form.</summary>
    public async Task<Shown> SendAsync(
        long key,
        string element,
        string account,
        string verb,
        params (string Name, string Value)[] fields
    )
    {
        var browser = await desk.SignInAsync(account);
        var form = await browser.GetAsync($"/work/tasks/{desk.TaskOf(key, element)}/{verb}");
        return await browser.SubmitAsync(form, "main form", fields);
    }

    public async Task<Shown> CaseAsync(long key, string account) =>
        await (await desk.SignInAsync(account)).GetAsync($"/work/cases/{key}");

    /// <summary>The verbs that a person is offered on the case page.</summary>
    public async Task<IReadOnlyList<string>> OffersAsync(long key, string account) =>
        (await CaseAsync(key, account)).TextsOf(".more-verbs a");

    public async Task<string> IdAsync(string account) => (await desk.ActorAsync(account)).Id;

    /// <summary>Waits until a message with these words has reached the person.</summary>
    public async Task ToldAsync(long key, string account, string words)
    {
        var person = await IdAsync(account);
        await StaffDesk.UntilAsync(() =>
            desk.Platform.Readers.Read(session =>
            {
                using var rows = session.Query(MessagesOf, person, key);
                while (rows.Next())
                {
                    if (rows.Text(0).Contains(words, StringComparison.Ordinal))
                    {
                        return true;
                    }
                }

                return false;
            })
        );
    }

    /// <summary>Where the tables are not what the journal gives.</summary>
    public IReadOnlyList<string> Differences() =>
        desk.Platform.Readers.Read(session =>
        {
            var found = new List<string>();
            using var refold = PlatformRefold.Open(session);
            refold.Fold(found.Add);
            refold.Compare(found.Add);
            return found;
        });
}
