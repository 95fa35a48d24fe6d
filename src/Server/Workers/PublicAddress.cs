namespace Approvals.Server.Workers;

/// <summary>Where the public reaches this server: the head of the addresses that papers and slips bear as QR codes.</summary>
public sealed record PublicAddress(string Origin)
{
    public string Of(string path) => Origin.TrimEnd('/') + path;
}
