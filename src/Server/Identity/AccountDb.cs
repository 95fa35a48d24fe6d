using Approvals.Server.Identity.Sessions;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Server.Identity;

/// <summary>
/// <c>identity.db</c>: accounts, their passkeys, tokens and sessions. The tables are made by <c>Schema/*.sql</c>
/// (<see cref="AccountSchema"/>), never by Entity Framework. The model follows <c>Stores.SchemaVersion</c> (3: with passkeys).
/// </summary>
public sealed class AccountDb(DbContextOptions<AccountDb> options) : IdentityUserContext<Account, long>(options)
{
    public DbSet<Session> Sessions => Set<Session>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Account>(account =>
        {
            account.ToTable("account");
            account.HasIndex(each => each.PersonId);
        });
        builder.Entity<IdentityUserClaim<long>>().ToTable("account_claim");
        builder.Entity<IdentityUserLogin<long>>().ToTable("account_login");
        builder.Entity<IdentityUserToken<long>>().ToTable("account_token");
        builder.Entity<IdentityUserPasskey<long>>().ToTable("account_passkey");
        builder.Entity<Session>().ToTable("session");
    }
}
