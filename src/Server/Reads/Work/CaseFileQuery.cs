using Approvals.Cases.Catalogue;
using Approvals.Cases.Handling;
using Approvals.Cases.Printing;
using Approvals.Server.Reads.Catalogue;
using Approvals.Server.Storage;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Forms;

namespace Approvals.Server.Reads.Work;

/// <summary>申请内容: the form an applicant filled in and what he answered, and the text of a paper before it is sent.</summary>
public sealed class CaseFileQuery(Platform platform, ApplyForms forms)
{
    private readonly PaperSources sources = new(platform.Cases.Items);

    /// <summary>The case must exist; who may see it was asked before.</summary>
    public PaperSource Source(long key) => platform.Readers.Read(session => sources.Read(session, key));

    /// <summary>Null when the item has no form, or the answers have been erased.</summary>
    public CaseFile? Find(long key, ItemVersion item)
    {
        if (item.Item.ApplyForm is not { } id || forms.Find(id) is not { } form)
        {
            return null;
        }

        var source = Source(key);
        return new CaseFile(form, source.Answers.AsContext(), source.Addressee);
    }
}

/// <param name="Applicant">The full name, which lists mask.</param>
public sealed record CaseFile(Form Form, FeelContext Answers, string Applicant);
