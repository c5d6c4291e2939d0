import type { CompanionMaterial } from '@testamur/qti';
import { useText } from '../../text/use-text.ts';
import { isSafeAddress } from '../content/allowed.ts';
import { type ToolName, toolOf } from '../tools/tool-names.ts';
import { messages } from './messages.ts';
import styles from './supports.module.css';

interface MaterialsProps {
  readonly materials: readonly CompanionMaterial[];
  /** Opens a tool of the page; without it, the materials are only named. */
  readonly onOpenTool?: ((tool: ToolName) => void) | undefined;
}

/** What candidates may have at hand for the item (class CompanionMaterialsInfo). */
export const Materials = ({ materials, onOpenTool }: MaterialsProps) => {
  const t = useText(messages);
  if (materials.length === 0) return null;
  return (
    <div className={styles.materials}>
      <p className={styles.materialsTitle}>{t('youMayUse')}</p>
      <ul>
        {materials.map((material, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: materials have no names; a change replaces them as a whole.
          <li key={at}>
            <Material material={material} onOpenTool={onOpenTool} />
          </li>
        ))}
      </ul>
    </div>
  );
};

const Material = ({
  material,
  onOpenTool,
}: { readonly material: CompanionMaterial } & Pick<MaterialsProps, 'onOpenTool'>) => {
  const words = useMaterialWords(material);
  const tool = toolOf(material);
  if (tool !== undefined && onOpenTool !== undefined) {
    return (
      <button type="button" className={styles.wordsButton} onClick={() => onOpenTool(tool)}>
        {words}
      </button>
    );
  }
  if (material.kind !== 'digital' || !isSafeAddress(material.href)) return words;
  return (
    <a href={material.href} target="_blank" rel="noreferrer">
      {words}
    </a>
  );
};

const TYPES = ['basic', 'standard', 'scientific', 'graphing'] as const;

const useMaterialWords = (material: CompanionMaterial): string => {
  const t = useText(messages);
  if (material.kind === 'digital') return material.label ?? t('material');
  if (material.description) return material.description;
  if (material.kind !== 'calculator') return material.kind === 'physical' ? '' : t(material.kind);
  const type = TYPES.find((each) => each === material.calculatorType.trim().toLowerCase());
  return type === undefined ? t('calculator') : t(`calculator-${type}`);
};
