using Approvals.Server.Identity.SecondFactor;
using Approvals.Server.Identity.Sessions;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Server.Identity;

/// <summary>Accounts, sessions and doors: what sign-in needs, on <c>identity.db</c> and <c>keys/</c> of the data folder.</summary>
public static class IdentityRoom
{
    public const string SessionCookie = "approvals.session";
    internal const int PasswordRounds = 210_000;
    private static readonly DurableConnections Durable = new();

    public static void AddIdentityRoom(this IServiceCollection services, ServerOptions options)
    {
        var file = Path.Combine(options.DataDirectory, "identity.db");
        var connection = new SqliteConnectionStringBuilder { DataSource = file }.ToString();
        AccountSchema.Upgrade(connection);
        services.AddDbContextPool<AccountDb>(db => db.UseSqlite(connection).AddInterceptors(Durable));

        var keys = OwnFolder(Path.Combine(options.DataDirectory, "keys"));
        services.AddDataProtection().SetApplicationName("approvals").PersistKeysToFileSystem(keys);

        services
            .AddIdentityCore<Account>(Configure)
            .AddEntityFrameworkStores<AccountDb>()
            .AddUserStore<AccountStore>()
            .AddSignInManager<AccountSessions>()
            .AddClaimsPrincipalFactory<AccountClaims>()
            .AddTokenProvider<OneTimeCodes>(TokenOptions.DefaultAuthenticatorProvider);
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = PasswordRounds);
        services.Configure<IdentityPasskeyOptions>(passkeys => Configure(passkeys, options));
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(Configure);

        services.AddScoped<SessionBook>();
        services.AddScoped<CurrentSession>();
        services.AddScoped<ProofMeans>();
        services.AddScoped<CurrentActor>();
        services.AddScoped<FreshProof>();
        services.AddScoped<PasswordSignIn>();
        services.AddScoped<CodeSignIn>();
        services.AddScoped<PasskeySignIn>();
        services.AddScoped<Registration>();
        services.AddScoped<AccountProvision>();
        services.AddScoped<IAuthorizationHandler, RoleHandler>();
        services.AddAuthorization(AccessRules.Apply);
    }

    // The keys that seal cookies are guarded by the folder's mode, as the databases beside them are.
    private static DirectoryInfo OwnFolder(string path) =>
        OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(
                path,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );

    // Length instead of composition rules, and a lock after five misses (ASVS 5.0 V6.2, V6.3).
    private static void Configure(IdentityOptions identity)
    {
        identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        identity.Password.RequiredLength = 10;
        identity.Password.RequiredUniqueChars = 4;
        identity.Password.RequireDigit = false;
        identity.Password.RequireLowercase = false;
        identity.Password.RequireUppercase = false;
        identity.Password.RequireNonAlphanumeric = false;
        identity.Lockout.MaxFailedAccessAttempts = 5;
        identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
    }

    // A passkey is found without a name and unlocked by its owner: two factors in one. It belongs to the public host,
    // or, where the server is reached by a bare address, to whatever host the browser asked for.
    private static void Configure(IdentityPasskeyOptions passkeys, ServerOptions options)
    {
        passkeys.UserVerificationRequirement = "required";
        passkeys.ResidentKeyRequirement = "required";
        var origin = new Uri(options.PublicOrigin);
        passkeys.ServerDomain = origin.HostNameType == UriHostNameType.Dns ? origin.Host : null;
    }

    private static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = SessionCookie;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = SessionBook.LongestRest;
        cookie.SlidingExpiration = true;
        cookie.LoginPath = "/account/sign-in";
        cookie.ReturnUrlParameter = "returnUrl";
        cookie.Events.OnValidatePrincipal = SessionGuard.ValidateAsync;
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }
}
