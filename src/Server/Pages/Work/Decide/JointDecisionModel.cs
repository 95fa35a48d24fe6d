using Approvals.Kernel.Organisations;

namespace Approvals.Server.Pages.Work.Decide;

/// <summary>A step of the lead unit in which other units take part.</summary>
public abstract class JointDecisionModel(DecisionServices services) : DecisionModel(services)
{
    /// <summary>The lead unit and the departments that take part.</summary>
    public IReadOnlyList<Unit> Participants => field ??= Services.ParticipantsOf(Facts);
}
