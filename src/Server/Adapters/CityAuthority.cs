using Approvals.Credentials.Authority;

namespace Approvals.Server.Adapters;

/// <summary>The names of this city's certificate authority.</summary>
internal static class CityAuthority
{
    private const string Organisation = "清源市行政服务中心管理委员会";

    /// <param name="publicOrigin">Where the outside world reaches the platform; certificates name it for ever.</param>
    public static AuthorityNames At(string publicOrigin) =>
        new(
            Organisation,
            "清源政务根证书",
            "清源政务个人证书",
            "清源政务印章证书",
            "清源政务服务器证书",
            "清源政务时间戳证书",
            new Uri(publicOrigin.TrimEnd('/') + "/crl/")
        );
}
