using Approvals.Server.Identity;
using Approvals.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Server.Tests.Pages.Account;

/// <summary>Looks up what only the server knows.</summary>
internal static class SessionIds
{
    /// <summary>The newest session of the person in the browser.</summary>
    public static async Task<string> OfAsync(IServiceProvider services, Browser browser)
    {
        var who = (await browser.GetAsync("/test/who")).Body;
        var person = long.Parse(
            new string([.. who[who.IndexOf("p:", StringComparison.Ordinal)..].Skip(2).TakeWhile(char.IsAsciiDigit)])
        );
        var db = services.GetRequiredService<AccountDb>();
        var account = await db.Users.SingleAsync(each => each.PersonId == person);
        var sessions = await db.Sessions.Where(each => each.AccountId == account.Id).ToListAsync();
        return sessions.MaxBy(each => each.CreatedAt)!.Id;
    }
}
