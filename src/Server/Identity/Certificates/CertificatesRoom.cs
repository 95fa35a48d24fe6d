namespace Approvals.Server.Identity.Certificates;

/// <summary>Certificates of people: asking, approving, revoking, signing in.</summary>
public static class CertificatesRoom
{
    public static void AddCertificatesRoom(this IServiceCollection services)
    {
        services.AddScoped<CertificateDesk>();
        services.AddScoped<CertificateSignIn>();
    }
}
