namespace Approvals.Workflow.Dmn.Xml;

/// <summary>The namespaces of the versions that are read; they differ in what they allow, not in what the words mean.</summary>
internal static class DmnNames
{
    private static readonly string[] Versions =
    [
        "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
        "http://www.omg.org/spec/DMN/20180521/MODEL/",
        "https://www.omg.org/spec/DMN/20191111/MODEL/",
        "https://www.omg.org/spec/DMN/20211108/MODEL/",
        "https://www.omg.org/spec/DMN/20230324/MODEL/",
    ];

    public static bool IsDmn(string ns) => Array.IndexOf(Versions, ns) >= 0;
}
