using Approvals.Server.Signing;

namespace Approvals.Server.Components.SignHere;

/// <summary>The part of a form that lets its sender sign what the form shows, inside the form.</summary>
/// <param name="Paper">Where the form's fields give the PDF to sign.</param>
/// <param name="Prepare">Where they give the signature laid out.</param>
/// <param name="Signs">Text id: what sending does when a key is here.</param>
/// <param name="Unsigned">Text id: what it does when none is.</param>
public sealed record SignHereView(
    SigningOffer Offer,
    string Paper,
    string Prepare,
    string Signs,
    string Unsigned = "signing.seal-only"
);
