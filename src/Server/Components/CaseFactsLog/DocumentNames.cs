using Approvals.Cases.Handling;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Texts;

namespace Approvals.Server.Components.CaseFactsLog;

/// <summary>What a document of a case is called on pages.</summary>
public static class DocumentNames
{
    public static string Of(ITexts texts, CaseDocument document) =>
        document.Kind switch
        {
            DocumentKinds.Notice => texts["notice." + document.Caption].Plain,
            DocumentKinds.Licence => texts["document.licence", ("number", document.Caption)].Plain,
            DocumentKinds.Signed => texts[
                "document.signed",
                ("paper", texts[document.Caption.Length > 0 ? "notice." + document.Caption : "document.form"].Plain)
            ].Plain,
            DocumentKinds.Material => document.Caption,
            var kind => texts["document." + kind].Plain,
        };
}
