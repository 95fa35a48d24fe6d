using Approvals.Credentials.Enrolment;
using Approvals.Server.Components.Light;

namespace Approvals.Server.Pages.Account.Certificates;

/// <summary>How a certificate stands, as its owner is told.</summary>
public enum CertificateView
{
    Waiting,
    Valid,

    /// <summary>Over within a month: time to get the next.</summary>
    Expiring,
    Expired,
    Declined,
    Revoked,
}

public static class CertificateViews
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(30);

    public static CertificateView Of(CredentialRow row, DateTimeOffset now) =>
        row.State switch
        {
            CredentialState.Asked => CertificateView.Waiting,
            CredentialState.Declined => CertificateView.Declined,
            CredentialState.Revoked => CertificateView.Revoked,
            _ => now > row.NotAfter ? CertificateView.Expired
            : now + Soon > row.NotAfter ? CertificateView.Expiring
            : CertificateView.Valid,
        };

    public static LightState Light(this CertificateView view) =>
        view switch
        {
            CertificateView.Valid => LightState.Normal,
            CertificateView.Expiring => LightState.Soon,
            CertificateView.Waiting => LightState.Paused,
            _ => LightState.Stopped,
        };
}
