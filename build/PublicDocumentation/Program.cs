using System.Xml.Linq;
using OneDrive.Sdk.PublicDocumentation;

// PublicDocumentation <assembly> <documentation>: keeps the members in the documentation that users of the assembly can see.
var (assembly, path) = (args[0], args[1]);
var document = XDocument.Load(path, LoadOptions.PreserveWhitespace);
var visible = VisibleMembers.Of(assembly);
var hidden = document.Descendants("member").Where(member => !visible.Contains((string)member.Attribute("name")!)).ToList();
if (hidden.Count > 0)
{
    foreach (var member in hidden)
    {
        if (member.PreviousNode is XText { } space && string.IsNullOrWhiteSpace(space.Value))
        {
            space.Remove();
        }

        member.Remove();
    }

    // Written at once: two builds of one project must not meet half a file.
    var temporary = $"{path}.{Environment.ProcessId}.tmp";
    document.Save(temporary, SaveOptions.DisableFormatting);
    File.Move(temporary, path, overwrite: true);
}
