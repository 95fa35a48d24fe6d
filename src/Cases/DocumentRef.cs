using System.Text.Json.Serialization;

namespace Approvals.Cases;

/// <summary>
/// A document beside the journal: its key and the SHA-256 of its bytes (64 small hex digits). What people write and upload is
/// only ever referred to, so that it can be erased while the journal stays whole. Keys are strings in JSON, because readers in
/// JavaScript lose digits past 2^53.
/// </summary>
public sealed record DocumentRef(
    [property: JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
        long Id,
    string Sha256
);
