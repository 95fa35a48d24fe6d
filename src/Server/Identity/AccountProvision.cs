using Microsoft.AspNetCore.Identity;

namespace Approvals.Server.Identity;

/// <summary>Gives a person of the platform an account, outside registration: staff, and the demonstration city.</summary>
public sealed class AccountProvision(UserManager<Account> accounts)
{
    /// <summary>Makes the account unless one of that name exists; an existing one keeps its password and person.</summary>
    /// <exception cref="InvalidOperationException">The name or the password does not meet the rules.</exception>
    public async Task EnsureAsync(string name, string password, long personId)
    {
        if (await accounts.FindByNameAsync(name) is not null)
        {
            return;
        }

        var created = await accounts.CreateAsync(new Account { UserName = name, PersonId = personId }, password);
        if (!created.Succeeded)
        {
            var reasons = string.Join("; ", created.Errors.Select(error => error.Description));
            throw new InvalidOperationException($"The account {name} could not be made: {reasons}");
        }
    }
}
