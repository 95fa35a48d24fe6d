using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.State;

namespace Approvals.Server.Reads.Cases;

/// <summary>An open task for a person, as the engine knows it, with names.</summary>
/// <param name="Name">环节: the element's name.</param>
/// <param name="Holder">Who has it; null while nobody has.</param>
/// <param name="Delegator">委托人: who gets it back; null when it is not delegated.</param>
/// <param name="Separated">职责分离: actor ids of those who may neither do the step nor sign it.</param>
/// <param name="Urged">Working days on which it was urged by somebody, latest last.</param>
public sealed record TaskFact(
    UserTaskState State,
    string Name,
    Doer? Holder,
    Doer? Delegator,
    IReadOnlyList<SignerFact> Signers,
    IReadOnlyList<DateOnly> Urged,
    IReadOnlySet<string> Separated
)
{
    public long Key => State.Key;

    public string Element => Model.Id;

    public UserTask Model => (UserTask)State.Target;

    /// <summary>It waits for a before-signer: nobody can complete it.</summary>
    public bool IsHeld => State.Awaits(SignerOrder.Before);
}

/// <summary>加签: one added signer, with what he or she was asked and said.</summary>
/// <param name="Asked">The person; null for a group.</param>
/// <param name="Group"><c>role@unit</c>; null for a person.</param>
/// <param name="Opinion">The last one, which stays when the signer is asked again.</param>
public sealed record SignerFact(
    SignerState State,
    Doer? Asked,
    string? Group,
    Doer AddedBy,
    string Reason,
    Doer? SignedBy,
    string? Opinion,
    bool IsTurn
);
