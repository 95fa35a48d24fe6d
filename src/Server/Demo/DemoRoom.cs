namespace Approvals.Server.Demo;

/// <summary>What only a demonstration has: the accounts on the sign-in page.</summary>
public static class DemoRoom
{
    public static void AddDemoRoom(this IServiceCollection services, ServerOptions options)
    {
        if (!options.Demo)
        {
            return;
        }

        foreach (var account in DemoCity.Accounts())
        {
            services.AddSingleton(account);
        }
    }
}
