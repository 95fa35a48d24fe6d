using System.Text;
using Approvals.Cases;
using Approvals.Cases.Commands;
using Approvals.Kernel;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Documents;
using Approvals.Kernel.Folders;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Server.Storage;

namespace Approvals.Load.Http;

/// <summary>
/// <c>accepted-case DIR</c>: submits and accepts one case of item QY010 in the data folder of a demo server that has
/// stopped, and prints its query number for the track page.
/// </summary>
internal static class AcceptedCase
{
    private const string ItemCode = "QY010";
    private static readonly Actor Applicant = new("p:9000", []);
    private static readonly SqlText AcceptTask = new(
        "SELECT key FROM user_task WHERE owner = ?1 AND state = 0 AND element = 'accept'"
    );

    private static readonly SqlText QueryNumber = new("SELECT query_number, unit FROM case_row WHERE key = ?1");

    public static async Task<int> RunAsync(string folder)
    {
        await using var platform = Platform.TryOpen(new DataFolder(folder), TimeProvider.System);
        if (platform is null)
        {
            await Console.Error.WriteLineAsync("The folder is in use: stop its server first.");
            return 1;
        }

        var submitted = await platform.SendAsync(Applicant, scope => Submit(platform, scope));
        var key = long.Parse(Expect(submitted).Text);
        var (number, unit) = platform.Readers.Read(session => NumberAndUnit(session, key));
        var task = platform.Readers.Read(session => session.QueryInteger(AcceptTask, key))!.Value;
        Expect(
            await platform.SendAsync(
                new Actor("p:9001", ["clerk@" + unit]),
                scope => platform.CaseTurns.CompleteTask(scope, task, new AcceptCase())
            )
        );
        await Console.Out.WriteLineAsync(number);
        return 0;
    }

    private static TurnAnswer Submit(Platform platform, TurnScope scope)
    {
        var item =
            platform.Cases.Items.FindEffective(scope.Session, ItemCode, CivilTime.DateOf(scope.Now))
            ?? throw new InvalidOperationException(
                $"The folder has no item {ItemCode}: start a demo server on it first."
            );
        var form = Json(scope, "form.json", """{"unitName":"清源市澄泉浴场有限公司","venueKind":"bath"}""");
        var snapshot = Json(scope, "applicant.json", """{"name":"陈丽娟","organisation":"清源市澄泉浴场有限公司"}""");
        return platform.CaseTurns.Submit(
            scope,
            item,
            new SubmitCase(
                Channel.Online,
                Cases.Applicant.Organisation(Applicant.Id, "清源市澄泉浴场有限公司", snapshot),
                form,
                [
                    .. item
                        .Item.Materials.Where(material => material is { Required: true, FilledOnline: false })
                        .Select(material => Upload(scope, material.Name)),
                ]
            )
        );
    }

    private static MaterialDocument Upload(TurnScope scope, string material)
    {
        var bytes = "%PDF-1.4"u8.ToArray();
        var stored = scope.AddDocument(material + ".pdf", "application/pdf", bytes);
        return new(material, material + ".pdf", bytes.Length, Reference(stored));
    }

    private static DocumentRef Json(TurnScope scope, string name, string text) =>
        Reference(scope.AddDocument(name, "application/json", Encoding.UTF8.GetBytes(text)));

    private static DocumentRef Reference(DocumentReference stored) => new(stored.Id, stored.Digest);

    private static (string Number, string Unit) NumberAndUnit(SqlSession session, long key)
    {
        using var rows = session.Query(QueryNumber, key);
        return rows.Next()
            ? (rows.Text(0), rows.Text(1))
            : throw new InvalidOperationException($"The case {key} has no row.");
    }

    private static TurnAnswer Expect(TurnAnswer answer) =>
        answer.Rejection is { } rejection
            ? throw new InvalidOperationException($"The turn was rejected: {rejection.Code}.")
            : answer;
}
