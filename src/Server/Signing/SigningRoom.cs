namespace Approvals.Server.Signing;

/// <summary>People's signatures on papers.</summary>
public static class SigningRoom
{
    public static void AddSigningRoom(this IServiceCollection services)
    {
        services.AddSingleton<SignedPapers>();
        services.AddSingleton<SigningTickets>();
        services.AddSingleton<SigningDesk>();
        services.AddSingleton<LicenceSigningDesk>();
        services.AddScoped<DraftSigning>();
    }
}
