namespace Approvals.Server.Pages.Work.Verbs;

/// <summary>One of the people of a verb's page, by unit; <paramref name="Chosen"/> is an actor id.</summary>
public sealed record PeopleChoice(VerbModel Page, string? Chosen);
