using System.Collections.Frozen;
using Approvals.Bidding.Handling;
using Approvals.Bidding.Store.Sqlite;
using Approvals.Cases.Handling;
using Approvals.Cases.Store.Sqlite;
using Approvals.Credentials.Enrolment;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Journal.Refolding;
using Approvals.Kernel.Store;
using Approvals.Kernel.Store.Sqlite;
using Approvals.Workflow.Runtime;
using Approvals.Workflow.Runtime.Refolding;
using Approvals.Workflow.Store.Sqlite;

namespace Approvals.Server.Storage;

/// <summary>All rooms' tables, written again from the journal of a platform; and the tables that are not a function of it.</summary>
public static class PlatformRefold
{
    /// <summary>Tables of platform.db that the journal doesn't give; why stands in docs/security.md, table by table.</summary>
    public static readonly FrozenSet<string> NotDerived = new[]
    {
        "command",
        "document",
        "draft",
        "draft_file",
        "item_draft",
        "journal",
        "key_block",
        "library_change",
        "library_definition",
        "library_document",
        "message",
        "outbox",
        "person",
        "schema_script",
        "signal_delivery",
        "tender_attempt",
        "tender_expert",
        "tender_export",
        "tender_identity",
        "tender_letter",
        "tender_names",
        "tender_party",
        "tender_piece",
        "tender_relation",
        "tender_secret",
        "tender_word",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly SchemaScripts[] Schemas =
    [
        KernelSchema.Scripts,
        WorkflowSchema.Scripts,
        CasesSchema.Scripts,
        BiddingSchema.Scripts,
    ];

    /// <summary>Nothing is read yet: first <see cref="JournalRefold.Fold"/>, then <see cref="JournalRefold.Compare(Action{string})"/>.</summary>
    public static JournalRefold Open(SqlSession stored)
    {
        var calendar = HolidayFiles.Load(Path.Combine(AppContext.BaseDirectory, "data", "holidays"));
        var cases = new CasesFold(() => calendar);
        var tenders = new TendersFold();
        var workflow = new WorkflowFold(new DefinitionCache(), calendar, [cases, tenders]);
        return new JournalRefold(stored, Schemas, [cases, tenders, workflow, new CredentialFold()]);
    }
}
