using Approvals.Server.Texts;

namespace Approvals.Server.Pages.Work.Verbs;

/// <summary>One or several of a few: radio buttons, or check boxes when <paramref name="IsMany"/>, under one question.</summary>
public sealed record VerbChoice(string Name, Text Question, IReadOnlyList<VerbOption> Options, bool IsMany = false);

/// <param name="Label">In zh-Hans when it is data, else in the page's language.</param>
/// <param name="IsFixed">Chosen before, and not to be changed.</param>
public sealed record VerbOption(string Value, string Label, bool IsChosen, Text? Hint = null, bool IsFixed = false);
