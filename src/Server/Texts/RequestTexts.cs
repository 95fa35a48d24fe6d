namespace Approvals.Server.Texts;

/// <summary><see cref="ITexts"/> of one request; its language was chosen by <see cref="LanguageChoice"/>.</summary>
public sealed class RequestTexts(TextTable table, IHttpContextAccessor accessor)
    : LanguageTexts(table, LanguageChoice.Of(accessor.HttpContext));
