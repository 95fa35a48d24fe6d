using Approvals.Kernel;
using Microsoft.AspNetCore.Identity;

namespace Approvals.Server.Identity;

/// <summary>
/// Registers an applicant and signs them in: the person first, then the account that points to it. Stopped in between,
/// the same form sent again finds the person by its command id and goes on.
/// </summary>
public sealed class Registration(
    UserManager<Account> accounts,
    SignInManager<Account> sessions,
    IPersonRegistry persons
)
{
    public async Task<IReadOnlyList<Rejection>> RegisterAsync(
        NewApplicant applicant,
        string password,
        CancellationToken cancellation
    )
    {
        var account = new Account { UserName = applicant.Phone, PhoneNumber = applicant.Phone };
        var weaknesses = await CheckAsync(account, applicant, password);
        if (weaknesses.Count > 0)
        {
            return weaknesses;
        }

        if (await accounts.FindByNameAsync(applicant.Phone) is not null)
        {
            return [Rejection.Of("account.phone-taken")];
        }

        var registered = await persons.RegisterAsync(applicant, cancellation);
        if (registered.Rejection is not null)
        {
            return [registered.Rejection];
        }

        account.PersonId = registered.PersonId;
        var created = await accounts.CreateAsync(account, password);
        if (!created.Succeeded)
        {
            return [Rejection.Of("account.phone-taken")];
        }

        await sessions.SignInAsync(account, isPersistent: false);
        return [];
    }

    private async Task<IReadOnlyList<Rejection>> CheckAsync(Account account, NewApplicant applicant, string password)
    {
        foreach (var validator in accounts.PasswordValidators)
        {
            if (!(await validator.ValidateAsync(accounts, account, password)).Succeeded)
            {
                return [Rejection.Of("account.password-weak")];
            }
        }

        string[] known = [applicant.Phone, applicant.Identifier, applicant.Name];
        return known.Any(word => password.Contains(word, StringComparison.OrdinalIgnoreCase))
            ? [Rejection.Of("account.password-guessable")]
            : [];
    }
}
