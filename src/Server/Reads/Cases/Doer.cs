namespace Approvals.Server.Reads.Cases;

/// <summary>Who did something in a case, as far as pages name him.</summary>
public abstract record Doer
{
    /// <summary>A member of staff: name, the window he sits at, the short name of his unit.</summary>
    public sealed record Official(string ActorId, string Name, string? Window, string? Title, string Unit) : Doer;

    /// <summary>The applicant of the case, who is named nowhere here.</summary>
    public sealed record Applicant : Doer;

    /// <summary>The platform itself.</summary>
    public sealed record Platform : Doer;
}
