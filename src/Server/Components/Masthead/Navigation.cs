using Approvals.Server.Identity;
using Approvals.Server.Pipeline;

namespace Approvals.Server.Components.Masthead;

/// <summary>An entry of the masthead; <see cref="Text"/> is the id of its words.</summary>
public sealed record NavigationEntry(string Href, string Text);

/// <summary>The entries a person sees behind each door.</summary>
public static class Navigation
{
    private static readonly NavigationEntry[] Public =
    [
        new("/", "nav.items"),
        new("/me", "nav.mine"),
        new("/track", "nav.track"),
        new("/tenders", "nav.tenders"),
        new("/verify", "nav.verify"),
    ];

    private static readonly NavigationEntry Work = new("/work", "nav.work");
    private static readonly NavigationEntry Supervise = new("/supervise", "nav.supervise");
    private static readonly NavigationEntry Design = new("/design", "nav.design");
    private static readonly NavigationEntry Certificates = new("/supervise/certificates", "nav.certificates");
    private static readonly NavigationEntry Operate = new("/operate", "nav.operate");
    private static readonly NavigationEntry Catalogue = new("/catalogue", "nav.catalogue");
    private static readonly NavigationEntry Organisation = new("/catalogue/units", "nav.organisation");

    public static IEnumerable<NavigationEntry> For(PageSection section, Person? person)
    {
        if (section is PageSection.Public)
        {
            return Public.Concat(DoorsOf(person).Take(1));
        }

        return DoorsOf(person).Append(Public[0]);
    }

    private static IEnumerable<NavigationEntry> DoorsOf(Person? person)
    {
        if (person is null)
        {
            yield break;
        }

        if (person.HasAnyRole(Roles.CaseStaff))
        {
            yield return Work;
        }

        if (person.HasAnyRole([Roles.Supervisor]))
        {
            yield return Supervise;
            yield return Certificates;
        }

        if (person.HasAnyRole([Roles.Administrator]))
        {
            yield return Catalogue;
            yield return Organisation;
        }

        if (person.HasAnyRole(Roles.Operators))
        {
            yield return Design;
            yield return Operate;
        }
    }
}
