namespace Approvals.Server.Texts;

/// <summary>
/// Chooses the language of a request: <c>?in=</c> (for this answer alone), <c>?lang=</c> (kept in a cookie for a year), the cookie,
/// Accept-Language, zh-Hans.
/// </summary>
public sealed class LanguageChoice(RequestDelegate next)
{
    public const string Cookie = "lang";
    private static readonly object Key = new();

    public static string Of(HttpContext? context) => context?.Items[Key] as string ?? Languages.Default;

    public Task InvokeAsync(HttpContext context)
    {
        context.Items[Key] =
            Known(context.Request.Query["in"])
            ?? Asked(context)
            ?? Kept(context)
            ?? Preferred(context)
            ?? Languages.Default;
        context.Response.Headers.ContentLanguage = Of(context);
        return next(context);
    }

    private static string? Asked(HttpContext context)
    {
        var language = Known(context.Request.Query["lang"]);
        if (language is not null)
        {
            var options = new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365),
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                IsEssential = true,
            };
            context.Response.Cookies.Append(Cookie, language, options);
        }

        return language;
    }

    private static string? Kept(HttpContext context) => Known(context.Request.Cookies[Cookie]);

    private static string? Preferred(HttpContext context) =>
        Languages.Choose(
            context
                .Request.GetTypedHeaders()
                .AcceptLanguage.OrderByDescending(wish => wish.Quality ?? 1)
                .Select(wish => wish.Value.ToString())
        );

    private static string? Known(string? language) => Languages.All.FirstOrDefault(each => each == language);
}
