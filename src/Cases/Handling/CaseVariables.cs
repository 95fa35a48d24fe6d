using System.Collections.Immutable;
using System.Globalization;
using Approvals.Cases.Catalogue;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Cases.Handling;

/// <summary>What a process of cases begins with: ids and the numbers its clocks and conditions read, no personal data.</summary>
internal static class CaseVariables
{
    /// <param name="handedOver">Where the process begins and what its clocks go on from, when it takes a case over.</param>
    public static ImmutableArray<Variable> Of(LoadedCase loaded, Item item, HandedOver? handedOver = null)
    {
        var variables = ImmutableArray.CreateBuilder<Variable>();
        variables.Add(new("unit", FeelValue.From(loaded.State.Unit)));
        variables.Add(new("applicant", FeelValue.From(loaded.State.Applicant.PersonId)));
        variables.Add(new("item", FeelValue.From(loaded.State.ItemCode)));
        variables.Add(new("promisedDays", FeelValue.From(loaded.Row.PromisedDays)));
        variables.Add(new("legalDays", FeelValue.From(loaded.Row.LegalDays)));
        variables.Add(new("caseKey", FeelValue.From(loaded.State.Key.ToString(CultureInfo.InvariantCulture))));
        variables.Add(new("receivedOn", FeelValue.Null));
        variables.Add(new("handedFrom", handedOver?.From is { } from ? FeelValue.From(from) : FeelValue.Null));
        variables.Add(new("entry", handedOver is null ? FeelValue.Null : FeelValue.From(handedOver.Entry)));
        variables.Add(new("pauses", handedOver is null ? FeelValue.Null : handedOver.Pauses()));
        variables.Add(new("atWindow", FeelValue.From(loaded.State.IsAtWindow)));
        if (item.Handling?.Referral is { } referral)
        {
            variables.Add(new("upper", FeelValue.From(item.Unit)));
            variables.Add(new("firstDays", FeelValue.From(referral.FirstDays)));
            variables.Add(new("upperDays", FeelValue.From(referral.UpperDays)));
        }

        if (item.Handling?.Verification is { } verification)
        {
            variables.Add(new("verifyDays", FeelValue.From(verification.Days)));
        }

        return variables.ToImmutable();
    }
}
