namespace Approvals.Server.Reads.Work;

/// <summary>What can be done with a task beside deciding it. The names are the last part of the addresses.</summary>
public enum TaskVerb
{
    Sign,
    GiveBack,
    TakeBack,
    HandOver,
    Delegate,
    AddSigner,
    RemoveSigner,
    Copy,
    Urge,

    /// <summary>答复催办.</summary>
    Reply,
}
