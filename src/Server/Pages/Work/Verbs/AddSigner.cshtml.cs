using Approvals.Cases.Handling;
using Approvals.Kernel;
using Approvals.Kernel.Turns;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Reads.Work;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.State;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Work.Verbs;

/// <summary>加签: who is asked, when, and about what.</summary>
public sealed class AddSignerModel(VerbServices services) : VerbModel(services)
{
    public override TaskVerb Verb => TaskVerb.AddSigner;

    [BindProperty]
    public SignerOrder? Order { get; set; }

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The orders that the model allows.</summary>
    public IEnumerable<SignerOrder> Orders =>
        Enum.GetValues<SignerOrder>()
            .Where(order => Fact?.Model.Signers is { } rules && rules.Orders.HasFlag(FlagOf(order)));

    protected override void Validate()
    {
        if (Order is null)
        {
            Require(null, nameof(Order), "task.order-missing");
        }

        Require(To, nameof(To), "task.person-missing");
        Require(Reason, nameof(Reason), "task.reason-missing");
    }

    protected override TurnAnswer Send(TaskVerbs verbs, TurnScope scope, long task) =>
        verbs.AddSigner(scope, task, Order!.Value, To!, Reason!);

    protected override Task<IReadOnlyList<Colleague>> ReadPeopleAsync(
        ColleaguesQuery colleagues,
        TaskFact task,
        Actor actor,
        CancellationToken cancellation
    ) => colleagues.SignersAsync(task, actor, cancellation);

    private static SignerOrders FlagOf(SignerOrder order) =>
        order switch
        {
            SignerOrder.Before => SignerOrders.Before,
            SignerOrder.After => SignerOrders.After,
            _ => SignerOrders.Parallel,
        };
}
