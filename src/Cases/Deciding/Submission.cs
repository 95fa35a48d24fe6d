using Approvals.Cases.Commands;
using Approvals.Cases.Events;
using Approvals.Kernel;
using Approvals.Kernel.Organisations;

namespace Approvals.Cases.Deciding;

/// <summary>取号与提交.</summary>
internal static class Submission
{
    public static Decision Decide(SubmitCase command, CaseContext context)
    {
        var item = context.Item.Item;
        var rejection =
            (context.Item.IsEffectiveOn(context.Today) ? null : Rejection.Of("item.not-effective", ("item", item.Name)))
            ?? OwnAccount(command, context)
            ?? Guard.Text(command.Applicant.DisplayName, "case.applicant-unnamed")
            ?? Files.Check(item, command.Documents)
            ?? Complete(command, context);
        if (rejection is not null)
        {
            return rejection;
        }

        var number = CaseNumber.Of(item.ImplementationCode, context.Today, context.Sequence);
        return new CaseSubmitted(
            context.Now,
            context.CaseKey,
            number.Full,
            number.Query,
            command.Channel,
            context.Actor.Id,
            item.Code,
            context.Item.Version,
            item.Name,
            item.CaseType,
            item.Handling?.Referral?.FirstUnit ?? item.Unit,
            item.Limits.PromisedDays,
            item.Limits.LegalDays,
            command.Applicant,
            command.Form,
            command.Documents,
            command.Renews
        );
    }

    /// <summary>Online, people apply for themselves; at the window a clerk of any unit takes the application of whom he serves (一窗).</summary>
    private static Rejection? OwnAccount(SubmitCase command, CaseContext context) =>
        command.Channel switch
        {
            Channel.Online when command.Applicant.PersonId != context.Actor.Id => Rejection.Of("case.not-yours"),
            Channel.Window
                when !context.Actor.Groups.Any(group =>
                    group.StartsWith(Roles.Clerk + "@", StringComparison.Ordinal)
                ) => Rejection.Of("case.window-only"),
            _ => null,
        };

    /// <summary>In a green channel papers may follow; which, and until when, is settled at the acceptance.</summary>
    private static Rejection? Complete(SubmitCase command, CaseContext context)
    {
        if (context.Item.Item.CaseType == CaseType.GreenChannel)
        {
            return null;
        }

        var missing = context.Item.Item.Materials.FirstOrDefault(material =>
            material is { Required: true, FilledOnline: false }
            && command.Documents.All(document => document.Material != material.Name)
        );
        return missing is null ? null : Rejection.Of("case.material-missing", ("material", missing.Name));
    }
}
