using Approvals.Cases.Handling;

namespace Approvals.Server.Pages.Me.Apply;

/// <summary>What the person's data offers for the keys that forms share.</summary>
public static class Prefill
{
    private static readonly Dictionary<string, Func<PersonDetails, string?>> Known = new(StringComparer.Ordinal)
    {
        ["unitName"] = person => person.Organisation,
        ["creditCode"] = person => person.CreditCode,
        ["legalPerson"] = person => person.Name,
        ["legalPersonId"] = person => person.CitizenId,
        ["name"] = person => person.Name,
        ["citizenId"] = person => person.CitizenId,
        ["phone"] = person => person.Phone,
        ["address"] = person => person.Address,
    };

    public static string? For(string key, PersonDetails person) =>
        Known.TryGetValue(key, out var from) ? from(person) : null;
}
